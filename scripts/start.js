/** `npm start`: installs what is missing, builds, and serves the demo shop on this machine. */
import { createDemoServer } from './demoServer.js';
import { ensurePackages } from './install.js';
import { toPort } from './port.js';
import { runTool } from './run.js';

try {
  await ensurePackages();
  console.log('Building …');
  if ((await runTool('rollup', ['-c', '--silent'])) !== 0)
    throw new Error('The build failed: see above.');
  const server = await createDemoServer({ port: toPort(process.env.PORT) });
  console.log(greeting(server.origin));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function greeting(origin) {
  return `
Beforehand demo: ${origin}/

  Press “Watch a stuck visitor” to see help being offered within half a minute,
  or break something under “Faults” and try to shop. Ctrl-C stops the demo.
`;
}
