import { useEffect, useState } from 'preact/hooks';
import type { FixedPage, FixedPicture } from '../../../lib/formats/types';

/** What is under the text of a page that is set from its geometry: its pictures and its straight lines. */
export function Geometry({ page }: { readonly page: FixedPage }) {
  const { width, height, pictures = [] } = page;
  // What was read on a picture is seen on it.
  const rules = page.scan ? [] : page.rules;
  const pictureAddresses = useAddresses(pictures);
  const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)}%`;
  const placed = ({ x, y, turn = 0, ...place }: FixedPicture) => {
    // Turned about its middle it fills its place again: on its side it is as wide as that is high.
    const [wide, high] = turn % 2 === 1 ? [place.height, place.width] : [place.width, place.height];
    return {
      left: share(x + (place.width - wide) / 2, width),
      top: share(y + (place.height - high) / 2, height),
      width: share(wide, width),
      height: share(high, height),
      ...(turn !== 0 && { transform: `rotate(${turn * 90}deg)` }),
    };
  };
  return (
    <>
      {pictures.map((picture, index) => (
        <img key={index} class="original-picture" src={pictureAddresses[index]} alt="" style={placed(picture)} />
      ))}
      <svg class="original-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {rules.map(({ x1, y1, x2, y2, colour = 'currentColor' }, index) => (
          <path key={index} d={`M${x1} ${y1}L${x2} ${y2}`} fill="none" stroke={colour} stroke-width="0.75" />
        ))}
      </svg>
    </>
  );
}

const none: readonly string[] = [];

/** Addresses under which pictures are shown, for as long as they are. */
function useAddresses(pictures: readonly FixedPicture[]): readonly string[] {
  const [addresses, setAddresses] = useState(none);
  useEffect(() => {
    if (pictures.length === 0) return setAddresses(none);
    const made = pictures.map(({ data }) => URL.createObjectURL(data));
    setAddresses(made);
    return () => {
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [pictures]);
  return addresses;
}
