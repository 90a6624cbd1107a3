import { ProbeError } from '../audit/define.ts';
import { parseJson } from './json.ts';

/** The JSON body of an API. A web page in its place is another product, not a broken body. */
export function parseApiJson(body: string): unknown {
  if (/^\uFEFF?\s*</.test(body)) throw new ProbeError('wrong-product', 'a web page instead of JSON');
  return parseJson(body);
}
