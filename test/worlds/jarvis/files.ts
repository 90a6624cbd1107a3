import { writeAged } from '../../support/file-tree.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Backups and logs of the machine tour: the models were last saved three days ago, and n8n has written nothing since it stopped. */
export function layOutFiles(place: string): void {
  for (const day of DAYS) {
    writeAged(place, `backups/base/jarvis-${day + 1}.sql.gz`, 9 + 24 * day, 40_000 - 100 * day);
    writeAged(place, `backups/models/models-${day + 1}.tar`, 74 + 24 * day, 90_000);
  }
  writeAged(place, 'backups/base/.restore-tested', 30 * 24, 'restored in 12 min\n');
  // younger than any backup, and none
  writeAged(place, 'backups/base/jarvis-0.sql.gz.part', 2, 50_000);
  writeAged(place, 'logs/jarvis/app.log', 0.1, 5_000);
  writeAged(place, 'logs/jarvis/app.log.1', 20, 9_000);
  writeAged(place, 'logs/ollama.log', 2, 3_000);
  writeAged(place, 'logs/n8n.log', 4 * 24 + 1, 800);
}
