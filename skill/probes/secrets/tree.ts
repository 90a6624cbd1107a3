import type { ListedFile, ListOptions } from '../../host/host.ts';
import { ASIDE, isExample } from './scan.ts';

/** What others wrote, or what is made anew from what is scanned. Of a repository the settings are read: they may hold a token. */
const OTHERS = 'node_modules .venv venv __pycache__ .cache site-packages dist-packages .terraform .tox .mypy_cache .pnpm-store .yarn'.split(
  ' ',
);
const OF_GIT = '**/.git/{objects,hooks,lfs,modules,refs,rr-cache,worktrees}';

export function listOptions(ignore: readonly string[], forMs: number): ListOptions {
  return { includesHidden: true, followsLinks: false, deepest: 16, mostEntries: 60_000, without: [...OTHERS, OF_GIT, ...ignore], forMs };
}

/** What holds no line that a person wrote. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|mp[34]|m4a|m4v|mkv|avi|mov|webm|wav|flac|ogg|opus|aac|zip|gz|tgz|xz|bz2|zst|lz4|7z|rar|tar|jar|war|whl|egg|deb|rpm|apk|iso|img|qcow2|vmdk|gguf|ggml|safetensors|onnx|pt|pth|bin|npy|npz|parquet|arrow|h5|pkl|sqlite3?|db|db-wal|db-shm|mdb|so|dll|dylib|exe|o|a|class|pyc|wasm|ttf|otf|woff2?|eot|pdf|docx?|xlsx?|pptx?|odt|ods)$/i;
/** A text that a person wrote is smaller. */
export const MOST_BYTES = 1024 * 1024;

/** Whether a file may hold what a person wrote; a `.env` may, however large. */
export function isOfInterest({ path, sizeBytes }: ListedFile): boolean {
  if (isEnvironment(path)) return true;
  return sizeBytes > 0 && sizeBytes <= MOST_BYTES && !NO_TEXT.test(path);
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export function isEnvironment(path: string): boolean {
  return /^\.env(?:rc)?(?:[._-].*)?$|^[\w.-]+\.env(?:\.[\w-]+)?$|^env\.(?:example|sample|template|dist)$/i.test(nameOf(path));
}

/** One that a program reads, and not one that shows how. */
export function isLive(path: string): boolean {
  return isEnvironment(path) && !isExample(path);
}

/** One whose values are in force: no copy that was put aside. */
export function isEffective(path: string): boolean {
  return isLive(path) && !ASIDE.test(nameOf(path));
}

/** The likeliest first, so that a cut costs least. */
export function byLikelihood(a: ListedFile, b: ListedFile): number {
  return rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1);
}

function rank(path: string): number {
  if (isEnvironment(path)) return 0;
  if (/secret|credential|passw|token|_rsa|id_ed25519|\.(?:pem|key|kdbx)$|compose|netrc|pgpass|npmrc|_history$/i.test(nameOf(path)))
    return 1;
  return /\.(?:ya?ml|json|toml|ini|conf|cfg|properties|service|sh|tf|tfvars)$|^[^.]+$/i.test(nameOf(path)) ? 2 : 3;
}
