// npm run build: installs and builds what changed.
import { build, install } from './lib/build.mjs';

try {
  await install();
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
