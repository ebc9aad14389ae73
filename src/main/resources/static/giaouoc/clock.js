// The trial's clock: shows the product's time and moves it forward.

import {send} from './server.js';

const ADDRESS = '/api/trial/clock';
const now = document.getElementById('now');
const to = document.getElementById('to');
const error = document.getElementById('error');

/** 2024-05-20T08:00:12.3 → 08:00 20/05/2024 */
function shown(moment) {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(moment);
  return `${time} ${day}/${month}/${year}`;
}

/** 08:00 20/05/2024 (or only the day: 08:00) → 2024-05-20T08:00, null when it is neither. */
function read(text) {
  const found = /^(?:(\d{1,2}):(\d{2})\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!found) {
    return null;
  }
  const two = (digits) => (digits ?? '').padStart(2, '0');
  return `${found[5]}-${two(found[4])}-${two(found[3])}T${found[1] ? two(found[1]) : '08'}:${found[2] ?? '00'}`;
}

function refuse(message) {
  error.textContent = message;
  error.hidden = false;
}

document.getElementById('move').addEventListener('click', async () => {
  error.hidden = true;
  const moment = read(to.value);
  if (moment === null) {
    refuse('Nhập theo mẫu 08:00 20/05/2024.');
    return;
  }
  try {
    now.textContent = shown((await send('PUT', ADDRESS, {now: moment})).now);
  } catch (refusal) {
    refuse(refusal.errors[0]?.message ?? refusal.message);
  }
});
send('GET', ADDRESS).then((answer) => {
  now.textContent = shown(answer.now);
}, (refusal) => refuse(refusal.message));
