/** A platform that answers at once, for publish-lateness.ts. `node quick-platform.ts PORT` */
import { createServer } from 'node:http';

let id = 0;
createServer((request, response) => {
  request.resume();
  id += 1;
  response.setHeader('content-type', 'application/json');
  response.end(`{"id":${id}}`);
}).listen(Number(process.argv[2]), '127.0.0.1');
