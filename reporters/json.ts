import type { Reporter } from './reporter.ts';

/** The report itself, as one JSON document. */
export const json: Reporter = {
  id: 'json',
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
