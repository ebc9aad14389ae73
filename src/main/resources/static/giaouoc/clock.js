// The trial's clock: shows the product's time and moves it forward.

import {send} from './server.js';
import {dateComplaint, parseDate} from './text.js';

const ADDRESS = '/api/trial/clock';
const now = document.getElementById('now');
const to = document.getElementById('to');
const error = document.getElementById('error');

/** 2024-05-20T08:00:12.3 → 08:00 20/05/2024 */
function shown(moment) {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(moment);
  return `${time} ${day}/${month}/${year}`;
}

/** 08:00 20/05/2024 (or only the day: 08:00) → 2024-05-20T08:00. @throws {Error} with what is wrong, for the official */
function read(text) {
  const found = /^(?:(\d{1,2}):(\d{2})\s+)?([\d/]+)$/.exec(text.trim());
  if (!found || Number(found[1] ?? 0) > 23 || Number(found[2] ?? 0) > 59) {
    throw new Error('Nhập theo mẫu 08:00 20/05/2024.');
  }
  const day = parseDate(found[3]);
  if (day === undefined) {
    throw new Error(dateComplaint(found[3]));
  }
  return `${day}T${(found[1] ?? '08').padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** Days of one jump that are not asked about. */
const USUAL = 60;
let current = null;
let asked = null;

/** A long jump cannot be taken back: it is made with a second click. */
function confirmed(moment) {
  const days = (new Date(moment) - new Date(current)) / 86_400_000;
  if (days <= USUAL || asked === moment) {
    return true;
  }
  asked = moment;
  refuse(`${shown(moment)} là ${Math.floor(days)} ngày nữa; đồng hồ không quay lại được. Bấm lần nữa để chuyển.`);
  return false;
}

function show(answer) {
  current = answer.now;
  now.textContent = shown(current);
}

function refuse(message) {
  error.textContent = message;
  error.hidden = false;
}

document.getElementById('move').addEventListener('click', async () => {
  error.hidden = true;
  let moment;
  try {
    moment = read(to.value);
  } catch (unreadable) {
    refuse(unreadable.message);
    return;
  }
  if (!confirmed(moment)) {
    return;
  }
  try {
    show(await send('PUT', ADDRESS, {now: moment}));
  } catch (refusal) {
    refuse(refusal.errors[0]?.message ?? refusal.message);
  }
});
send('GET', ADDRESS).then(show, (refusal) => refuse(refusal.message));
