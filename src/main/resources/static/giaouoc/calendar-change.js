// The end of every change of the calendar: why, which open deadlines it moves, and only then the button that applies it.

import {Control, Group, Text} from './controls.js';
import {button, h} from './dom.js';
import {send} from './server.js';
import {showMoment, showNumber} from './text.js';

const API = '/api/v1/calendar';
const OUTCOMES = {PENDING: 'đang chuyển', MOVED: 'đã chuyển', KEPT: 'giữ hạn cũ: hạn mới đã qua'};
const WAIT_MS = 700;

/** The deadlines that move or moved: case, what, from when to when, the tasks. */
export function movesTable(moves) {
  if (!moves.length) {
    return h('p.gu-note', {}, 'Không có việc nào đang mở đổi hạn.');
  }
  return h('div.adm-list', {}, h('table.gu-table', {}, h('thead', {}, h('tr', {}, ['Hồ sơ', 'Thời hạn, việc', 'Hạn cũ', 'Hạn mới', ''].map((head) =>
    h('th', {scope: 'col'}, head)))), h('tbody', {}, moves.map((move) => h('tr', {}, h('td', {}, move.caseCode), h('td', {}, move.name, taskList(move)),
    h('td', {}, showMoment(move.oldDueAt)), h('td', {}, showMoment(move.newDueAt)),
    h('td', {}, OUTCOMES[move.outcome ?? (move.kept ? 'KEPT' : '')] ?? ''))))));
}

function taskList(move) {
  const tasks = Object.entries(move.tasks).filter(([name, count]) => count > 1 || name !== move.name);
  return tasks.length ? h('div.gu-note', {}, tasks.map(([name, count]) => (count === 1 ? name : `${name}: ${showNumber(count)} việc`)).join('; ')) : '';
}

/** One of the edit's lists – years, days or parameters – of which the page edits one entry, and perhaps more that belong to it. */
export class Entries extends Control {
  /** @param {Group} first the entry @param {?Rows} more those that come after it */
  constructor(name, first, more = null) {
    super(name);
    Object.assign(this, {first, more});
    this.node = h('div', {}, first.node, more?.node);
  }

  read() {
    return [this.first.value(), ...(this.more?.value() ?? [])];
  }

  find([index, ...rest]) {
    const group = index === undefined || Number(index) === 0 ? this.first : null;
    return group ? group.find(rest) : this.more?.find([String(index - 1), ...rest]) ?? null;
  }

  mistakes() {
    return [...this.first.mistakes(), ...(this.more?.mistakes() ?? [])];
  }

  clearErrors() {
    this.first.clearErrors();
    this.more?.clearErrors();
  }
}

/**
 * @param {Control} entries the edit's list that is on the page
 * @param {function(): Promise} done draws the page anew after the change
 */
export function changePart(entries, done) {
  const reason = new Text({name: 'reason', label: 'Lý do thay đổi', rows: 2, required: true});
  const group = new Group(null, [entries, reason], h('div', {}, entries.node, reason.node));
  const said = h('p.adm-said', {role: 'status'});
  const shown = h('div');

  async function ask(address, edit) {
    group.clearErrors();
    try {
      return await send('POST', API + address, edit);
    } catch (refusal) {
      said.textContent = refusal.errors.length ? '' : refusal.message;
      refusal.errors.map(({field, message}) => ({control: group.at(field), message})).forEach(say);
      return null;
    }
  }

  function say({control, message}) {
    if (control?.showError) {
      control.showError(message);
    } else {
      said.textContent = message;
    }
  }

  async function preview() {
    shown.replaceChildren();
    group.clearErrors();
    said.textContent = '';
    const mistakes = group.mistakes();
    if (mistakes.length) {
      mistakes.forEach(say);
      mistakes[0].control.focus();
      return;
    }
    const edit = group.value();
    said.textContent = 'Đang tính…';
    const answer = await ask('/changes/preview', edit);
    if (!answer) {
      return;
    }
    const {warnings, moves, latest} = answer;
    said.textContent = '';
    shown.replaceChildren(...warnings.map(({message}) => h('p.cal-odd', {}, `Lưu ý: ${message}`)), h('h3', {}, 'Việc đổi hạn'), movesTable(moves),
      button('Áp dụng', (event) => apply(edit, latest, event.currentTarget)));
  }

  /** What was looked at and nothing else, once, however often the button is pressed. */
  async function apply(edit, latest, pressed) {
    if (JSON.stringify(edit) !== JSON.stringify(group.value())) {
      shown.replaceChildren();
      said.textContent = 'Nội dung đã sửa sau khi xem trước. Bấm «Xem việc nào đổi hạn» để xem lại.';
      return;
    }
    pressed.disabled = true;
    const answer = await ask(`/changes?${new URLSearchParams({latest})}`, edit);
    if (!answer) {
      pressed.disabled = false;
      return;
    }
    shown.replaceChildren();
    try {
      await follow(answer.code);
    } catch (refusal) {
      said.textContent = `Đã ghi nhận ${answer.code}; chưa xem được kết quả: ${refusal.message} Xem ở thẻ «Đã thay đổi».`;
    }
  }

  /** Until all deadlines are moved; an incident is the supervisor's, the page says how far it came. */
  async function follow(code) {
    for (let asked = 0; asked < 60; asked += 1) {
      const change = await send('GET', `${API}/changes/${code}`);
      said.textContent = change.doneAt ? `Đã áp dụng ${code}: ${change.moved.filter(({outcome}) => outcome === 'MOVED').length} thời hạn đã chuyển.`
        : `Đã ghi nhận ${code}; đang chuyển hạn, còn ${change.pending}.`;
      if (change.doneAt) {
        const word = said.textContent;
        await done();
        document.querySelector('main section:last-of-type')?.replaceChildren(h('p.adm-said', {role: 'status'}, word),
          movesTable(change.moved.map(({outcome, move}) => ({...move, outcome}))));
        return;
      }
      await new Promise((next) => {
        setTimeout(next, WAIT_MS);
      });
    }
  }

  return h('div', {}, group.node, button('Xem việc nào đổi hạn', preview), said, shown);
}
