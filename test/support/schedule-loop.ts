import { conversing, lmStudio } from './conversing.ts';

// runs the planned audits of a folder for a while, as a server does
const [out = '', url = '', forMs = '0'] = process.argv.slice(2);
await using place = conversing([lmStudio('M1', url)], { out });
process.stdout.write('started\n');
await place.skill.schedules.start((text) => void process.stdout.write(`${text}\n`), AbortSignal.timeout(Number(forMs)));
