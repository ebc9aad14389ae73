// The end of every change of the calendar: why, which open deadlines it moves, and only then the button that applies it.

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

/**
 * @param {function(): Object} read gives years, days or parameters of the edit as they are on the page now
 * @param {function(): Promise} done draws the page anew after the change
 */
export function changePart(read, done) {
  const reason = h('textarea.gu-input', {id: 'f-reason', rows: 2, maxlength: 2000});
  const said = h('p.adm-said', {role: 'status'});
  const shown = h('div');
  const part = h('div', {}, h('div.adm-field', {}, h('label', {for: 'f-reason'}, 'Lý do thay đổi'), reason,
    h('p.gu-error', {'data-error': 'reason', role: 'alert', hidden: true})), button('Xem việc nào đổi hạn', preview), said, shown);

  async function ask(address, edit) {
    part.parentElement.querySelectorAll('[data-error]').forEach((node) => {
      node.hidden = true;
    });
    try {
      return await send('POST', API + address, edit);
    } catch (refusal) {
      said.textContent = refusal.errors.length ? '' : refusal.message;
      refusal.errors.forEach(({field, message}) => sayAt(field, message));
      return null;
    }
  }

  function sayAt(field, message) {
    const place = part.parentElement.querySelector(`[data-error="${CSS.escape(field)}"]`);
    if (place) {
      place.textContent = message;
      place.hidden = false;
    } else {
      said.textContent = message;
    }
  }

  const current = () => ({...read(), reason: reason.value.trim()});

  async function preview() {
    const edit = current();
    shown.replaceChildren();
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
    if (JSON.stringify(edit) !== JSON.stringify(current())) {
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

  return part;
}
