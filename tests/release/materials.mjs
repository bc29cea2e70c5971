/** What is in it: a bill of materials from the lock file, and the licences. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from '../lib/setup.mjs';

/** Built with, and partly built in: the frame that WXT and Vite put around our code. */
const BUILT_IN = ['wxt', 'vite', '@wxt-dev/browser'];

/**
 * The bill of materials as npm writes it (CycloneDX), without what differs from one run, machine or folder to the next.
 *
 * @returns an object
 */
export async function billOfMaterials() {
  // All of it, and what is for development alone left out by the lock file: npm's own `--omit=dev` drops packages that both
  // use, Preact among them.
  const { code, out } = await npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only']);
  if (code !== 0) throw new Error(`npm sbom: exit code ${code}`);
  const bill = JSON.parse(out);
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = shipped();
  const components = bill.components
    .filter(({ 'bom-ref': ref }) => wanted.has(ref))
    .map(({ externalReferences: _, ...component }) => component);
  const serial = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  return {
    ...bill,
    serialNumber: `urn:uuid:${serial.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5')}`,
    metadata: {
      lifecycles: bill.metadata.lifecycles,
      component: { ...bill.metadata.component, name, type: 'application', externalReferences: [] },
    },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => wanted.has(ref) || ref.startsWith(`${name}@`))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => wanted.has(other)) })),
  };
}

/** `name@version` of each package that the lock file does not keep for development alone. */
function shipped() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const kept = Object.entries(packages).filter(([path, { dev, peer }]) => path !== '' && !dev && !peer);
  return new Set(
    kept.map(([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`),
  );
}

/** Licences of all that is bundled, as one text. @param bill As `billOfMaterials` gives it. */
export function licenceList(bill) {
  const packages = [...new Set([...bill.components.map(({ name }) => name), ...BUILT_IN])].sort();
  const parts = packages.map((name) => {
    const folder = join(root, 'node_modules', name);
    if (!existsSync(folder)) return null;
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder)
      .sort()
      .find((each) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(each));
    const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : '';
    return `${name} ${version} — ${license ?? 'see below'}\n${'-'.repeat(72)}\n${text}`.trim();
  });
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `Dutymark 政笺 — MIT\n${'-'.repeat(72)}\n${own}\n\n\n${parts.filter(Boolean).join('\n\n\n')}\n`;
}
