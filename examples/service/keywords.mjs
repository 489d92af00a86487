// Keywords of a stream of texts by the client: node keywords.mjs http://127.0.0.1:8377
import { TelltaleClient } from 'telltale/client';

const client = new TelltaleClient(process.argv[2]);
const texts = [
  { id: 'sun', text: '太阳是一颗恒星，行星围绕着太阳公转。' },
  { id: 'reef', text: 'Coral reefs are built by colonies of tiny animals. Reefs cover little of the ocean floor.' },
];
for await (const result of client.stream(texts)) {
  if ('error' in result) console.error(result.id, result.error.message);
  else console.log(result.id, result.keywords.map(({ text }) => text).join(', '));
}
