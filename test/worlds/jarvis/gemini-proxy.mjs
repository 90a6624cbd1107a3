import { appendFileSync } from 'node:fs';

// what it was asked, for whoever wants to know whether it was
appendFileSync(new URL('gemini.log', import.meta.url), `${process.argv.slice(2).join(' ')}\n`);
console.log(JSON.stringify({ agent: 'GEMINI', status: 'ok', model: 'gemini-2.5-flash', response: 'pong' }));
