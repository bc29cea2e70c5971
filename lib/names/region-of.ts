import { parseName } from './name';
import { normaliseUnit } from './normalise';
import { parseRegion } from './region';

/**
 * The region a unit's own name tells: 清河市青桐区司法局 → 清河市青桐区; 县司法局 in a document of 临澜县 → 临澜县. Null when
 * neither the name nor the document says.
 *
 * @param documentRegion `PolicyDocument.region` of the document the name stands in
 */
export function regionOf(name: string, documentRegion: string | null = null): string | null {
  const parsed = parseName(normaliseUnit(name), [], true);
  if (parsed.places.length > 0) {
    const own = parsed.places.join('');
    if (documentRegion?.endsWith(own)) return documentRegion;
    return own;
  }
  if (!documentRegion) return null;
  // 市生态环境局临澜分局 of a county's document: the branch is here, the city is only whose branch it is.
  if (parsed.branch) return documentRegion;
  if (!parsed.scope) return documentRegion;
  const region = parseRegion(documentRegion);
  if (!region) return documentRegion;
  const at = region.parts.findLastIndex((part) => part.endsWith(parsed.scope!));
  if (at < 0) return null;
  return region.parts.slice(0, at + 1).join('');
}
