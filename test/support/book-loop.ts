import { createBook } from '../../skill/schedules/book.ts';

// plans audits one after the other, each read and written by itself
const [out = '', word = '', times = '0'] = process.argv.slice(2);
const book = createBook(out);
for (let count = 0; count < Number(times); count += 1)
  await book.add({ id: `${word}${count}`, mode: 'full', locale: 'fr', slots: {}, plan: null, nextAt: Date.now() + 3_600_000 });
