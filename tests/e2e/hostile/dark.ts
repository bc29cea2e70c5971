/** So many dark points are letters. */
export const LETTERS = 40;

/** How many points of a picture (PNG, base64) are dark. To be given to a driver's `evaluate`: it may use nothing from outside itself. */
export async function darkPoints(base64: string): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let index = 0; index < data.length; index += 4)
    if (data[index]! + data[index + 1]! + data[index + 2]! < 380) count++;
  return count;
}
