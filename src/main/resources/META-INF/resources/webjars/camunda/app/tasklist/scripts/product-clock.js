// Tasklist tells how long ago or until when by the browser's clock. Deadlines count by the product's: an office computer
// whose clock is wrong, and the trial whose clock stands in 2024, would show nonsense. So the page takes over the
// server's time when the two are more than a minute apart.

const TOLERATED_MS = 60_000;

const answer = await fetch('/api/forms/now', {credentials: 'same-origin'}).catch(() => null);
if (answer?.ok) {
  const offset = Date.parse((await answer.json()).now) - Date.now();
  if (Math.abs(offset) > TOLERATED_MS) {
    const BrowserDate = Date;
    window.Date = class extends BrowserDate {
      constructor(...given) {
        super(...(given.length > 0 ? given : [BrowserDate.now() + offset]));
      }

      static now() {
        return BrowserDate.now() + offset;
      }
    };
  }
}

export default {};
