import type { Page } from 'playwright-core';

interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/**
 * What of a surface takes the focus and says no name to a screen reader, as the browser itself tells it; axe asks this of buttons,
 * links and fields only. The document itself has its title.
 */
export async function nameless(surface: Page): Promise<string[]> {
  const session = await surface.context().newCDPSession(surface);
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AXNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored, name, properties = [] }) => {
      const focusable = properties.some((each) => each.name === 'focusable' && each.value.value === true);
      return !ignored && focusable && !name?.value.trim();
    })
    .map(({ role, nodeId }) => `${role?.value} ${nodeId}`);
}
