/**
 * Presses at one place, moves in steps, as a hand does, and lets go at another; a browser drags only what was moved. What
 * the driver has to do by itself before the mouse is let go is `letGo`.
 */
export async function drag(mouse, from, to, letGo = () => {}) {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await mouse.move(to.x, to.y, { steps: 12 });
  await mouse.move(to.x + 1, to.y + 1);
  await letGo();
  await mouse.up();
}
