// Which of our kernels run here, and under which Node.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kernelNames } from '../../packages/core/dist/kernel/kernel.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kernels = fileURLToPath(new URL('../../packages/core/dist/node/platform/kernels.js', import.meta.url));

/**
 * Every kernel with a Node that runs it: the one at hand, or Node 24 of the peers.
 *
 * @returns available { kernel, node, label } and a note for every kernel that runs nowhere
 */
export function findKernels({ node24 }) {
  const available = [];
  const notes = [];
  for (const kernel of kernelNames) {
    const here = refusal(process.execPath, kernel);
    if (!here) available.push({ kernel, node: process.execPath, label: kernel });
    else if (node24 && !refusal(node24, kernel)) {
      available.push({ kernel, node: node24, label: `${kernel} (Node 24)` });
    } else notes.push(`The kernel ${kernel} was left out: ${here}`);
  }
  return { available, notes };
}

function refusal(node, kernel) {
  const code = `import(${JSON.stringify(kernels)}).then(({ selectKernel }) => selectKernel('${kernel}'))
    .catch((error) => console.log(error.message))`;
  const { status, stdout, stderr } = spawnSync(node, ['-e', code], { encoding: 'utf8' });
  // Kept results name no place of this machine.
  return (stdout.trim() || (status === 0 ? '' : stderr.trim())).replaceAll(root, '');
}
