// No click is lost. Leaving a field may show or hide an error and move what lies below, while the mouse is on its way down on a
// button there: the button would be gone when the mouse comes up. So while a button of the mouse is down, the page stays as it is.

let pressed = false;
const waiting = [];

/** Acts now, or as soon as the click that is under way has been made. */
export function whenStill(act) {
  if (pressed) {
    waiting.push(act);
  } else {
    act();
  }
}

/** What answers of the server change waits in the same way: `await still()`. */
export const still = () => new Promise((done) => whenStill(done));

/** The click itself comes right after the mouse is up, in the same turn; what waited comes after it. */
function release() {
  if (pressed) {
    pressed = false;
    setTimeout(() => {
      while (!pressed && waiting.length) {
        waiting.shift()();
      }
    });
  }
}

// A list that drops down takes the mouse for itself: nobody would say when it is up.
document.addEventListener('pointerdown', ({button, target}) => {
  pressed = button === 0 && !target.closest?.('select');
}, true);
['pointerup', 'pointercancel', 'keydown'].forEach((type) => document.addEventListener(type, release, true));
document.addEventListener('pointermove', ({buttons}) => buttons === 0 && release(), true);

/** Text that was typed before the mouse went down elsewhere: whoever listens hears of it after the click. */
document.addEventListener('change', (event) => {
  const field = event.target;
  if (pressed && event.isTrusted && field.closest('.gu-field') && field.matches('textarea, input:not([type=checkbox], [type=radio], [type=file])')) {
    event.stopImmediatePropagation();
    whenStill(() => field.dispatchEvent(new Event('change', {bubbles: true})));
  }
}, true);
