// The course of a campaign below "Theo dõi phong trào": its reports, its works, its amendments, each with the lists behind.

import {button, h, newId} from './dom.js';
import {box, fact, facts, paperLinks, readTable} from './parts.js';
import {diffTable} from './change.js';
import {gatheredView, periodName, unitReportView} from './report.js';
import {send} from './server.js';
import {CHANGE_KINDS, CHANGE_STATES, PERIOD_STATES, REPORT_STATES, WORK_STATES, given, nameOf, showDate, showMoment, showNumber} from './text.js';

const PAGE = 50;
const addressOf = (caseCode) => `/api/v1/campaigns/${encodeURIComponent(caseCode)}`;

/** A list that comes page by page under buttons that choose what is listed. */
class PagedList {
  /** @param {{address, filters: {code, name}[], draw: (rows) => Node}} options */
  constructor({address, filters, draw}) {
    Object.assign(this, {address, draw, state: filters[0].code, offset: 0});
    this.buttons = filters.map(({code, name}) => button(name, () => this.choose(code), 'gu-button gu-small', {'data-state': code}));
    this.list = h('div', {'aria-live': 'polite'});
    this.node = h('div', {}, h('div.gu-buttons', {}, this.buttons), this.list);
  }

  choose(state) {
    this.state = state;
    this.offset = 0;
    return this.load();
  }

  async load() {
    this.buttons.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.state === this.state)));
    try {
      const {items, total} = await send('GET', `${this.address}?state=${this.state}&offset=${this.offset}&limit=${PAGE}`);
      this.list.replaceChildren(items.length ? this.draw(items) : h('p.gu-empty', {}, 'Danh sách này không có dòng nào.'), this.pager(total));
    } catch (refusal) {
      this.list.replaceChildren(h('p.gu-error', {}, refusal.message));
    }
  }

  pager(total) {
    const go = (offset) => {
      this.offset = offset;
      this.load();
    };
    return total <= PAGE ? '' : h('nav.gu-pager', {'aria-label': 'Trang'},
      button('‹ Trước', () => go(this.offset - PAGE), 'gu-button gu-small', {disabled: this.offset === 0}),
      h('span', {}, `Trang ${this.offset / PAGE + 1}/${Math.ceil(total / PAGE)} – ${showNumber(total)} dòng`),
      button('Sau ›', () => go(this.offset + PAGE), 'gu-button gu-small', {disabled: this.offset + PAGE >= total}));
  }
}

/** Details that load what they show when they are opened. */
function lazily(summary, load) {
  const content = h('div');
  const node = h('details.gu-details', {}, h('summary', {}, summary), content);
  node.addEventListener('toggle', async () => {
    if (node.open && !content.hasChildNodes()) {
      try {
        content.replaceChildren(...[await load()].flat());
      } catch (refusal) {
        content.replaceChildren(h('p.gu-error', {}, refusal.message));
      }
    }
  });
  return node;
}

const tag = (text, tone) => h(tone ? `span.gu-tag.gu-tag-${tone}` : 'span.gu-tag', {}, text);

// ---------------------------------------------------------------- reports

export function periodBoard({caseCode, view}) {
  const periods = view.periods ?? [];
  return box('Sơ kết, tổng kết', periods.length ? periods.map((period) => lazily(
    [h('strong', {}, periodName(period)), ' ', tag(PERIOD_STATES[period.status] ?? period.status, period.status === 'SIGNED' ? 'good' : null),
      period.status === 'PLANNED' ? '' : ` ${showNumber(period.reported)}/${showNumber(period.total)} đơn vị đã báo cáo`,
      period.overdueAt && period.status === 'OPEN' ? [' ', tag('Tổng hợp quá hạn', 'bad')] : ''],
    async () => [period.cancelReason ? h('p.gu-note', {}, period.cancelReason) : '', await periodDetail(caseCode, period)].flat())) : h('p.gu-note', {}, 'Chưa xác định kỳ báo cáo.'));
}

async function periodDetail(caseCode, period) {
  if (period.status === 'PLANNED') {
    return h('p.gu-note', {}, 'Báo cáo được mở cho các đơn vị trước ngày này theo tham số thời hạn.');
  }
  const address = `${addressOf(caseCode)}/reports/${period.seq}`;
  const {gathered} = await send('GET', address);
  const list = new PagedList({address: `${address}/units`, filters: [{code: 'all', name: 'Tất cả'}, {code: 'missing', name: 'Chưa báo cáo'},
    {code: 'late', name: 'Chậm'}, {code: 'inactive', name: 'Chưa có hoạt động'}, {code: 'blocked', name: 'Chưa mở được'}],
  draw: (rows) => h('div.gu-scroll', {}, h('table.gu-table', {},
    h('thead', {}, h('tr', {}, ['Đơn vị', 'Tình trạng', 'Hạn', 'Báo cáo lúc', ''].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.map((row) => reportRow(address, row)))))});
  list.load();
  return [gatheredView(gathered, period), list.node];
}

function reportRow(address, row) {
  const extra = h('tr.gu-extra', {hidden: true}, h('td', {colspan: 5}));
  const look = button('Xem', async () => {
    extra.hidden = !extra.hidden;
    if (!extra.hidden) {
      extra.firstChild.replaceChildren(await readReport(`${address}/units/${encodeURIComponent(row.unitCode)}`));
    }
  }, 'gu-link');
  return [h('tr', {'data-late': row.late === true}, h('td', {}, row.unitName),
    h('td', {}, tag(REPORT_STATES[row.status] ?? row.status), row.late ? tag('Chậm', 'bad') : null, row.noActivity ? tag('Chưa có hoạt động', 'bad') : null,
      row.problem ? h('p.gu-error', {}, row.problem) : null),
    h('td.gu-moment', {}, showMoment(row.dueAt)), h('td.gu-moment', {}, showMoment(row.reportedAt)), h('td.gu-actions', {}, row.status === 'REPORTED' ? look : null)), extra];
}

async function readReport(address) {
  try {
    const {report, files, indicators, works} = await send('GET', address);
    return unitReportView(report.report, indicators, works, files);
  } catch (refusal) {
    return h('p.gu-error', {}, refusal.message);
  }
}

// ---------------------------------------------------------------- works

export function workBoard({caseCode}) {
  const address = `${addressOf(caseCode)}/works`;
  return h('div', {}, lazily(h('strong', {}, 'Công trình, phần việc'), () => {
    const list = new PagedList({address, filters: [{code: 'open', name: 'Còn mở'}, {code: 'done', name: 'Đã hoàn thành'},
      {code: 'dropped', name: 'Không thực hiện'}, {code: 'all', name: 'Tất cả'}],
    draw: (rows) => h('div.gu-scroll', {}, h('table.gu-table', {},
      h('thead', {}, h('tr', {}, ['Đơn vị', 'Công trình, phần việc', 'Chỉ tiêu', 'Hoàn thành', 'Tình trạng', ''].map((head) => h('th', {scope: 'col'}, head)))),
      h('tbody', {}, rows.map((row) => workRow(address, row, () => list.load())))))});
    list.load();
    return list.node;
  }));
}

function workRow(address, work, done) {
  const settled = work.state === 'DONE' || work.state === 'DROPPED';
  const extra = h('tr.gu-extra', {hidden: true}, h('td', {colspan: 6}));
  const settle = button('Ghi nhận kết quả', () => {
    extra.hidden = !extra.hidden;
    extra.firstChild.replaceChildren(settlement(`${address}/${encodeURIComponent(work.unitCode)}/${work.seq}/settlement`, work, done));
  }, 'gu-link');
  return [h('tr', {}, h('td', {}, work.unitName), h('td', {}, work.title),
    h('td', {}, [showNumber(work.target), work.measure].filter(Boolean).join(' ')), h('td.gu-moment', {}, showDate(work.dueDate)),
    h('td', {}, work.state ? nameOf(WORK_STATES, work.state) : 'Chưa báo cáo', work.note ? h('p.gu-note', {}, work.note) : null),
    h('td.gu-actions', {}, settled ? null : settle)), extra];
}

function settlement(address, work, done) {
  const error = h('p.gu-error', {id: newId(), role: 'alert', hidden: true});
  const reason = h('textarea.gu-input', {id: newId(), rows: 2, 'aria-describedby': error.id});
  const state = h('select.gu-input', {'aria-label': 'Kết quả'}, WORK_STATES.filter(({code}) => code !== 'DOING').map(({code, name}) => h('option', {value: code}, name)));
  const confirm = button('Ghi nhận', async () => {
    try {
      await send('POST', address, {state: state.value, note: given(reason.value)});
      done();
    } catch (refusal) {
      error.textContent = refusal.errors[0]?.message ?? refusal.message;
      error.hidden = false;
    }
  }, 'gu-button gu-small');
  // Beside the task's form, not part of its draft.
  return h('div.gu-return', {oninput: (event) => event.stopPropagation()}, h('label.gu-label', {for: reason.id}, `Căn cứ, lý do: ${work.title}`), state, reason, error,
    h('div.gu-buttons', {}, confirm));
}

// ---------------------------------------------------------------- papers

export function paperBoard({caseCode}) {
  return h('div', {}, lazily(h('strong', {}, 'Văn bản'), async () => {
    const papers = await send('GET', `${addressOf(caseCode)}/papers`);
    return readTable(['Số, ký hiệu', 'Ngày', 'Trích yếu', 'Bản in'], papers.map((paper) => [paper.number ?? 'chưa có số', showDate(paper.issueDate),
      paper.title, paper.outside ? 'ban hành ngoài hệ thống' : paperLinks(paper.id)]));
  }));
}

// ---------------------------------------------------------------- amendments

export function changeBoard({caseCode, view, task}) {
  const list = view.changes ?? [];
  const message = h('p.gu-note', {role: 'status'});
  const begin = (kind) => button(kind === 'AMEND' ? 'Đề nghị điều chỉnh' : 'Đề nghị thu hồi', async () => {
    try {
      await send('POST', `${addressOf(caseCode)}/changes`, {kind});
      message.textContent = 'Đã giao việc soạn thảo cho cơ quan soạn thảo kế hoạch; xem trong danh sách «Việc của đơn vị».';
    } catch (refusal) {
      message.textContent = refusal.message;
    }
  }, kind === 'AMEND' ? 'gu-button gu-small' : 'gu-button gu-small gu-danger-button');
  return box('Điều chỉnh, thu hồi', list.length ? list.map(({change, told}) => lazily(
    [h('strong', {}, `${CHANGE_KINDS[change.kind]} lần ${change.seq}`), ' ', tag(CHANGE_STATES[change.status] ?? change.status, change.status === 'IN_FORCE' ? 'good' : null),
      told.units ? ` ${showNumber(told.read)}/${showNumber(told.units)} đơn vị đã tiếp nhận` : ''],
    () => [facts(fact('Lý do', change.reason), fact('Hiệu lực từ', showMoment(change.inForceAt)), fact('Chưa tiếp nhận khi hết hạn', told.overdue ? showNumber(told.overdue) : null)),
      change.kind === 'AMEND' ? diffTable(change.changes) : ''])) : h('p.gu-note', {}, 'Kế hoạch chưa được điều chỉnh lần nào.'),
  task?.mine && view.canChange ? h('div.gu-buttons', {}, begin('AMEND'), begin('WITHDRAW')) : null, message);
}
