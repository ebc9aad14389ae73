// "Theo dõi phong trào": how many units answered, and the list behind each figure.

import {button, h, newId} from './dom.js';
import {send} from './server.js';
import {responseView} from './parts.js';
import {given, showMoment, showNumber, stateName} from './text.js';

const PAGE = 50;
const FIGURES = [
  {count: 'total', state: 'all', name: 'Tất cả'},
  {count: 'answered', state: 'answered', name: 'Đã trả lời', tone: 'good'},
  {count: 'open', state: 'open', name: 'Chưa trả lời'},
  {count: 'late', state: 'late', name: 'Chậm', tone: 'bad'},
  {count: 'returned', state: 'returned', name: 'Bị trả lại', tone: 'warn'},
  {count: 'waived', state: 'waived', name: 'Không có kế hoạch riêng'},
  {count: 'blocked', state: 'blocked', name: 'Đơn vị chưa mở được', tone: 'bad'},
  {count: 'failedBatches', state: 'failed', name: 'Đợt mở bị lỗi', tone: 'bad'},
];

/** @param {object} answer of GET /api/forms/tasks/{id}: its view has the counts, its task tells where to count again */
export function followBoard(answer) {
  return new Board(answer).node;
}

class Board {
  constructor({caseCode, view, task}) {
    this.task = `/api/forms/tasks/${encodeURIComponent(task.id)}`;
    this.address = `/api/forms/campaigns/${encodeURIComponent(caseCode)}/responses`;
    this.counts = view.counts ?? {};
    this.state = 'all';
    this.page = 0;
    this.rows = [];
    this.total = 0;
    this.returnable = false;
    this.head = h('div');
    this.table = h('div', {'aria-live': 'polite'});
    this.message = h('p.gu-note', {role: 'status'});
    this.node = h('section.gu-board', {}, this.head, this.message, this.table);
    this.drawHead();
    this.load();
  }

  drawHead() {
    const {total = 0, answered = 0, notOpened = 0} = this.counts;
    const share = total ? Math.round((answered / total) * 100) : 0;
    this.head.replaceChildren(
      h('div.gu-board-top', {},
        h('div', {}, h('span.gu-board-n', {}, showNumber(answered)), h('span.gu-board-of', {}, ` / ${showNumber(total)} đơn vị đã trả lời`)),
        button('Làm mới', () => this.refresh(), 'gu-button gu-small')),
      h('div.gu-bar', {role: 'img', 'aria-label': `${showNumber(share)} % đã trả lời`}, h('div', {style: `width: ${share}%`})),
      notOpened > 0 ? h('p.gu-note', {}, `${showNumber(notOpened)} đơn vị đang chờ mở.`) : '',
      h('div.gu-figures', {role: 'group', 'aria-label': 'Xem danh sách theo tình trạng'}, FIGURES.map((figure) => this.figure(figure))));
  }

  figure({count, state, name, tone}) {
    const value = this.counts[count] ?? 0;
    return h('button.gu-figure', {type: 'button', 'data-tone': value > 0 ? tone : null, 'aria-pressed': String(this.state === state),
      onclick: () => this.choose(state)}, h('strong', {}, showNumber(value)), h('span', {}, name));
  }

  choose(state) {
    this.state = state;
    this.page = 0;
    this.load();
  }

  /** Figures and list as they are now. */
  async refresh() {
    try {
      this.counts = (await send('GET', this.task)).view.counts;
      await this.load();
    } catch (refusal) {
      this.message.textContent = refusal.message;
    }
  }

  async load() {
    const wanted = this.state;
    this.drawHead();
    this.message.textContent = 'Đang tải danh sách…';
    try {
      const answer = await send('GET', `${this.address}?state=${wanted}&offset=${this.page * PAGE}&limit=${PAGE}`);
      if (wanted !== this.state) {
        return;
      }
      this.rows = answer.rows;
      this.total = answer.total;
      this.returnable = answer.returnable;
      this.message.textContent = '';
      this.drawTable();
    } catch (refusal) {
      this.message.textContent = refusal.message;
    }
  }

  drawTable() {
    if (this.rows.length === 0) {
      this.table.replaceChildren(h('p.gu-empty', {}, 'Không có đơn vị nào trong danh sách này.'));
      return;
    }
    this.table.replaceChildren(
      h('div.gu-scroll', {}, h('table.gu-table', {},
        h('thead', {}, h('tr', {}, ['Đơn vị', 'Tình trạng', 'Hạn trả lời', 'Trả lời lúc', 'Công trình, phần việc', ''].map((head) => h('th', {scope: 'col'}, head)))),
        h('tbody', {}, this.rows.map((row) => this.row(row))))),
      this.pager());
  }

  row(row) {
    const extra = h('tr.gu-extra', {hidden: true}, h('td', {colspan: 6}));
    const open = (content) => {
      extra.hidden = false;
      extra.firstChild.replaceChildren(content);
    };
    const answered = row.status === 'ANSWERED';
    const actions = [
      answered ? button('Xem', () => (extra.hidden ? this.showAnswer(row, open) : extra.setAttribute('hidden', '')), 'gu-link') : null,
      answered && this.returnable && !row.cancelReason ? button('Trả lại', () => {
        open(this.returnForm(row, extra));
        extra.querySelector('textarea').focus();
      }, 'gu-link gu-danger') : null,
    ];
    return [h('tr', {'data-late': row.late === true}, h('td', {}, row.unitName),
      h('td', {}, h('span.gu-tag', {'data-state': row.status}, stateName(row.status)), row.late ? h('span.gu-tag.gu-tag-bad', {}, 'Chậm') : null,
        row.problem ? h('p.gu-error', {}, row.problem) : null, row.cancelReason ? h('p.gu-note', {}, row.cancelReason) : null),
      h('td.gu-moment', {}, showMoment(row.dueAt)), h('td.gu-moment', {}, showMoment(row.answeredAt)), h('td.gu-number', {}, showNumber(row.works)),
      h('td.gu-actions', {}, actions)), extra];
  }

  async showAnswer(row, open) {
    try {
      const {response, files} = await send('GET', `${this.address}/${encodeURIComponent(row.unitCode)}`);
      open(responseView({...response.answer, files}));
    } catch (refusal) {
      open(h('p.gu-error', {}, refusal.message));
    }
  }

  returnForm(row, extra) {
    const error = h('p.gu-error', {id: newId(), role: 'alert', hidden: true});
    const id = newId();
    const reason = h('textarea.gu-input', {id, rows: 3, 'aria-describedby': error.id, 'aria-required': 'true'});
    const refuse = (text) => {
      error.textContent = text;
      error.hidden = false;
      reason.setAttribute('aria-invalid', 'true');
      reason.focus();
    };
    const confirm = button('Trả lại cho đơn vị', async () => {
      const text = given(reason.value);
      if (text === null) {
        refuse('Ghi lý do trả lại.');
        return;
      }
      confirm.disabled = true;
      try {
        await send('POST', `${this.address}/${encodeURIComponent(row.unitCode)}/return`, {reason: text});
        this.refresh();
      } catch (refusal) {
        confirm.disabled = false;
        refuse(refusal.errors[0]?.message ?? refusal.message);
      }
    }, 'gu-button gu-small gu-danger-button');
    // The board stands inside the task's form; what is typed here is not part of that form's draft.
    return h('div.gu-return', {oninput: (event) => event.stopPropagation()},
      h('label.gu-label', {for: id}, `Lý do trả lại cho ${row.unitName}`, h('span.gu-star', {}, ' *')), reason, error,
      h('div.gu-buttons', {}, confirm, button('Thôi', () => extra.setAttribute('hidden', ''), 'gu-button gu-small')));
  }

  pager() {
    const pages = Math.ceil(this.total / PAGE);
    if (pages < 2) {
      return '';
    }
    const go = (page) => {
      this.page = page;
      this.load();
    };
    return h('nav.gu-pager', {'aria-label': 'Trang'},
      button('‹ Trước', () => go(this.page - 1), 'gu-button gu-small', {disabled: this.page === 0}),
      h('span', {}, `Trang ${this.page + 1}/${pages} – ${showNumber(this.total)} đơn vị`),
      button('Sau ›', () => go(this.page + 1), 'gu-button gu-small', {disabled: this.page === pages - 1}));
  }
}
