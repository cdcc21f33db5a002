/** Creates enough garbage that every engine runs its garbage collector, with pauses for it. */
export async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    const garbage = Array.from({length: 300_000}, (_, index) => ({index}));
    await new Promise((resolve) => {
      setTimeout(resolve, garbage.length && 5);
    });
  }
}
