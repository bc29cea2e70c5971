/** What changed must be told before it goes out. */

/**
 * The section of a changelog that tells of a version: its own, or, before it has one, what is not released yet.
 *
 * @param tag `v1.2.3` where a tagged release is made: then the version's own section is asked for.
 * @returns `{heading, text}`
 * @throws Error that says what to write.
 */
export function changesOf(changelog, version, tag = null) {
  if (tag !== null && tag !== `v${version}`) throw new Error(`the tag is ${tag}, package.json says ${version}`);
  const sections = changelog.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  const find = (name) => sections.find((section) => section.startsWith(`## [${name}]`));
  const section = find(version) ?? (tag === null ? find('Unreleased') : undefined);
  if (!section) throw new Error(`CHANGELOG.md has no section "## [${version}]"`);
  const [heading = '', ...lines] = section.split('\n');
  const text = lines.join('\n').trim();
  if (!/^- /m.test(text)) throw new Error(`the section "${heading}" of CHANGELOG.md tells of nothing`);
  return { heading, text };
}
