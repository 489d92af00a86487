import { render } from 'preact';
import { App } from './app.js';
import { httpEngine } from './engine/http-engine.js';
import { EngineStatus } from './engine/status.js';
import { workerEngine } from './engine/worker-engine.js';

// The page that the service hands out has the service behind it; the static site has only the browser.
const status = new EngineStatus();
const isServed = document.documentElement.dataset.engine === 'http';
const engine = isServed ? httpEngine() : workerEngine((share) => status.set(share));

render(<App engine={engine} status={status} />, document.getElementById('page')!);
