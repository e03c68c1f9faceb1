// Who receives what is posted: counts it and answers at once. GET says how many came. Argument: port.
import { createServer } from 'node:http';

let received = 0;
createServer((request, response) => {
  if (request.method === 'GET') return response.end(String(received));
  request.resume();
  request.on('end', () => {
    received += 1;
    response.end('thanks');
  });
  return undefined;
}).listen(Number(process.argv[2]), '127.0.0.1');
