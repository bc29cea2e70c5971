import { cleanup, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TagInput } from '../../../components/ui/TagInput';

afterEach(cleanup);

/** As over a list: the field goes once it has what it was there for. */
function Once({ onTags }: { readonly onTags: (tags: readonly string[]) => void }) {
  const [there, setThere] = useState(true);
  if (!there) return null;
  const take = (tags: readonly string[]) => {
    onTags(tags);
    setThere(false);
  };
  return <TagInput label="标签" tags={[]} suggestions={[{ tag: '督办', count: 2 }]} onChange={take} />;
}

it('puts in what was typed once, where its field goes with that', async () => {
  const onTags = vi.fn();
  const { getByRole } = render(<Once onTags={onTags} />);
  getByRole('combobox').focus();
  await userEvent.keyboard('年底{Enter}');
  await vi.waitFor(() => expect(document.querySelector('input')).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onTags.mock.calls).toEqual([[['年底']]]);
});

it('keeps what was typed and not confirmed when it is left', async () => {
  const onTags = vi.fn();
  const { getByRole } = render(<Once onTags={onTags} />);
  const field = getByRole('combobox');
  field.focus();
  await userEvent.keyboard('年底');
  field.blur();
  await vi.waitFor(() => expect(onTags.mock.calls).toEqual([[['年底']]]));
});
