import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './fake-program.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
}

/** A certificate authority made for the test, and what it and others sign for 127.0.0.1. */
export function makeCertificates() {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder.path, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const pair = (name: string): Certificate => ({
    key: readFileSync(at(`${name}.key`), 'utf8'),
    cert: readFileSync(at(`${name}.crt`), 'utf8'),
  });

  function selfSigned(name: string, alt: string): Certificate {
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
      '-addext',
      `subjectAltName=${alt}`,
    );
    return pair(name);
  }

  function signed(name: string, ca: string, alt: string, from: string, until: string): Certificate {
    writeFileSync(
      at('ca.cnf'),
      [
        '[ca]',
        'default_ca=c',
        '[c]',
        'database=index',
        'serial=serial',
        'new_certs_dir=.',
        'default_md=sha256',
        'policy=p',
        'unique_subject=no',
        'x509_extensions=x',
        '[p]',
        'commonName=supplied',
        '[x]',
        `subjectAltName=${alt}`,
      ].join('\n'),
    );
    writeFileSync(at('index'), '');
    writeFileSync(at('serial'), '01\n');
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      'ca.cnf',
      '-cert',
      `${ca}.crt`,
      '-keyfile',
      `${ca}.key`,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.crt`,
      '-startdate',
      from,
      '-enddate',
      until,
    );
    return pair(name);
  }

  const here = 'IP:127.0.0.1';
  const authority = selfSigned('authority', 'DNS:authority.test');
  selfSigned('stranger', 'DNS:stranger.test');
  return {
    authority: authority.cert,
    good: signed('good', 'authority', here, '20200101000000Z', '20491231000000Z'),
    expired: signed('expired', 'authority', here, '20200101000000Z', '20200201000000Z'),
    notYet: signed('not-yet', 'authority', here, '20480101000000Z', '20491231000000Z'),
    wrongHost: signed('wrong-host', 'authority', 'DNS:elsewhere.test', '20200101000000Z', '20491231000000Z'),
    unknown: signed('unknown', 'stranger', here, '20200101000000Z', '20491231000000Z'),
    selfSigned: selfSigned('self', here),
  };
}
