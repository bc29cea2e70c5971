import check from 'lucide-static/icons/check.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import listPlus from 'lucide-static/icons/list-plus.svg?raw';
import panelRight from 'lucide-static/icons/panel-right.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const inner = (svg: string): string => /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]?.trim() ?? '';

/** Only what the guest draws: it is loaded into every policy page, so it does not share the surfaces' larger set. */
const drawings = {
  check: inner(check),
  ellipsis: inner(ellipsis),
  listPlus: inner(listPlus),
  panelRight: inner(panelRight),
  pencil: inner(pencil),
  trash: inner(trash),
  x: inner(x),
};

export function Icon({ name }: { readonly name: keyof typeof drawings }) {
  return (
    <svg
      aria-hidden="true"
      width="15"
      height="15"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      // Drawings of a library, fixed at build time.
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  );
}
