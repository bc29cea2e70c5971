import { createSign, generateKeyPairSync } from 'node:crypto';

/** DER, just enough of it for one certificate: https://www.itu.int/rec/T-REC-X.690 */
function der(tag, ...parts) {
  const body = Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part))));
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts) => der(0x30, ...parts);
const oid = (...bytes) => der(0x06, bytes);
const commonName = (name) => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));
const time = (date) => der(0x17, `${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`);
const bits = (data) => der(0x03, [0], data);

/**
 * A self-signed certificate made afresh for each run, so that no private key lies in the repository.
 *
 * @returns `{key, cert}` in PEM, as `https.createServer` takes them.
 */
export function selfSigned(host = 'www.linlan.gov.cn', now = new Date()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const day = 86_400_000;
  const names = sequence(der(0x82, host), der(0x82, '*.gov.cn'));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ecdsaSha256,
    commonName(host),
    sequence(time(new Date(now.getTime() - day)), time(new Date(now.getTime() + 30 * day))),
    commonName(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid(0x55, 0x1d, 0x11), der(0x04, names)))),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const certificate = sequence(body, ecdsaSha256, bits(signature)).toString('base64');
  const lines = certificate.match(/.{1,64}/g).join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
