// Parts that several forms show: what happened before, comments of units, a unit's answer, the decision, and what the
// checks found.

import {h, paragraphs} from './dom.js';
import {Choice, Group, Select, Text, fileLink} from './controls.js';
import {decisionName, isReturn, showDate, showMoment, showNumber, stepName} from './text.js';

/** Files to read. */
export function fileList(files) {
  return files?.length ? h('ul.gu-files', {}, files.map((file) => h('li.gu-file', {}, fileLink(file)))) : null;
}

/** Where a paper (PT-2024-003/BC1) and its tờ trình are printed. */
export function paperLinks(paperId) {
  const [code, part] = String(paperId).split('/');
  const papers = code.startsWith('TL-') ? `/api/v1/bloc-compositions/${encodeURIComponent(code)}/decision`
    : code.startsWith('SK-') ? `/api/v1/mid-year-reports/${encodeURIComponent(code)}/paper`
      : `/api/v1/campaigns/${encodeURIComponent(code)}/papers/${encodeURIComponent(part)}`;
  const link = (what, form) => h('a', {href: `${papers}/${what}/${form}`,
    target: '_blank', rel: 'noopener'}, form);
  return h('p.gu-paper-links', {}, 'Văn bản: ', link('PAPER', 'DOCX'), ' · ', link('PAPER', 'PDF'), h('span.gu-note', {}, ' | '),
    'Tờ trình: ', link('SUBMISSION', 'DOCX'), ' · ', link('SUBMISSION', 'PDF'));
}

/** A titled box. */
export function box(title, ...content) {
  return h('section.gu-box', {}, h('h4.gu-box-title', {}, title), content);
}

/** A term with its value; nothing when there is no value. */
export function fact(term, value) {
  return value === null || value === undefined || value === '' || Array.isArray(value) && !value.length ? null : [h('dt', {}, term), h('dd', {}, value)];
}

export const facts = (...entries) => h('dl.gu-facts', {}, entries);

/** The steps the paper has gone through, the newest last. */
export function timeline(steps) {
  if (!steps?.length) {
    return null;
  }
  return h('details.gu-box.gu-history', {open: true},
    h('summary.gu-box-title', {}, `Các bước đã qua (${steps.length})`),
    h('ol.gu-steps', {}, steps.map((step) => h('li.gu-step', {'data-tone': isReturn(step.decision) ? 'return' : null},
      h('div.gu-step-what', {}, h('strong', {}, stepName(step.step)), ' · ', decisionName(step.decision)),
      h('div.gu-note', {}, [showMoment(step.at), [step.personName, step.position, step.acting].filter(Boolean).join(', ')].filter(Boolean).join(' – ')),
      paragraphs(step.reason, 'gu-step-reason')))));
}

/** What deputies did with this work in the place of people who were absent. */
export function deputyActs(acts) {
  return acts?.length ? h('details.gu-box', {open: true}, h('summary.gu-box-title', {}, `Xử lý thay (${acts.length})`),
    h('ul', {}, acts.map(({at, taskName, deputyName, words}) => h('li', {}, h('strong', {}, taskName), h('div.gu-note', {}, `${showMoment(at)} – ${deputyName}, ${words}`))))) : null;
}

/** Comments of the units on a draft. */
export function commentList(comments, done) {
  const entries = comments ?? [];
  const none = done === false ? 'Chưa có đơn vị nào góp ý.' : 'Không có ý kiến góp ý nào.';
  return box(`Ý kiến góp ý (${entries.length})`, entries.length ? entries.map((comment) => h('article.gu-comment', {},
    h('header', {}, h('strong', {}, comment.unitName),
      comment.agree === true ? h('span.gu-tag.gu-tag-good', {}, 'Nhất trí') : null),
    h('div.gu-note', {}, [comment.personName, showMoment(comment.at)].filter(Boolean).join(' – ')),
    paragraphs(comment.text), fileList(comment.files))) : h('p.gu-note', {}, none));
}

/** What the checks found on the plan, with the reasons the drafter gave for going on. */
export function findingList(findings) {
  if (!findings?.length) {
    return null;
  }
  return box('Kết quả kiểm tra', findings.map((finding) => h('article.gu-finding', {'data-kind': finding.kind},
    findingText(finding),
    finding.reason ? h('p.gu-finding-reason', {}, h('strong', {}, 'Lý do của người soạn: '), finding.reason) : null)));
}

export const findingText = ({kind, code, message, legalSource}) => h('p', {},
  h('span.gu-tag', {'data-kind': kind}, {WARN: 'Cảnh báo', INFO: 'Lưu ý', BLOCK: 'Phải sửa'}[kind] ?? 'Lưu ý'), ' ', message,
  h('span.gu-note', {}, ` (${[code, legalSource].filter(Boolean).join(' – ')})`));

/** A table to read; cells are text or nodes. @param {number[]} numeric columns aligned right */
export function readTable(heads, rows, numeric = [], caption = null) {
  return h('div.gu-scroll', {}, h('table.gu-table', {}, caption ? h('caption', {}, caption) : null,
    h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((cell, column) => h(numeric.includes(column) ? 'td.gu-number' : 'td', {}, cell)))))));
}

/** A unit's answer to read. */
export function responseView(response) {
  if (!response) {
    return null;
  }
  const works = response.works ?? [];
  const subjects = response.coveredSubjects ?? [];
  return h('div.gu-answer', {},
    response.ownPlan
      ? facts(fact('Kế hoạch riêng', response.planTitle), fact('Số, ký hiệu', response.planNumber), fact('Ngày ban hành', showDate(response.planDate)))
      : facts(fact('Kế hoạch riêng', 'Không xây dựng kế hoạch riêng'), fact('Lý do', paragraphs(response.noPlanReason))),
    works.length ? readTable(['Tên công trình, phần việc', 'Đơn vị tính', 'Chỉ tiêu', 'Hoàn thành'],
      works.map((work) => [work.title, work.measure, showNumber(work.target), showDate(work.dueDate)]), [2],
      `Công trình, phần việc đăng ký (${works.length})`) : h('p.gu-note', {}, 'Chưa đăng ký công trình, phần việc.'),
    subjects.length ? [h('strong', {}, 'Trả lời thay cho'),
      h('ul', {}, subjects.map(({name, note}) => h('li', {}, name, note ? `: ${note}` : '')))] : null,
    fileList(response.files));
}

/**
 * Approve, return with a reason, or refuse.
 * @param {{approve: {code, name, hint}, targets?: {code, name}[], canRefuse?: boolean, withTarget?: boolean}} options
 * @returns {{controls, node}} decision, returnTo (when there are targets) and reason
 */
export function decisionPart({approve, targets, canRefuse = false, withTarget = true}) {
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {...approve, tone: 'good'},
    {code: 'RETURN', name: 'Trả lại', hint: 'Kèm lý do; người nhận lại thấy lý do này ở đầu biểu mẫu.', tone: 'return'},
    ...(canRefuse ? [{code: 'REFUSE', name: 'Không ban hành', hint: 'Kết thúc việc trình; kèm lý do.', tone: 'refuse'}] : []),
  ]});
  const list = targets ?? [];
  const returnTo = withTarget ? new Select({name: 'returnTo', label: 'Trả về bước', required: true, list, empty: list.length === 1 ? null : '– Chọn bước –'}) : null;
  const reason = new Text({name: 'reason', label: 'Lý do', required: true, rows: 4});
  const controls = [decision, returnTo, reason].filter(Boolean);
  const node = h('div.gu-decision', {}, controls.map((control) => control.node));
  const listeners = [];
  const sync = () => {
    const chosen = decision.value();
    returnTo?.show(chosen === 'RETURN');
    reason.show(chosen === 'RETURN' || chosen === 'REFUSE');
    listeners.forEach((listener) => listener(chosen));
  };
  node.addEventListener('change', sync);
  decision.afterWrite = sync;
  return {controls, node, onChange: (listener) => listeners.push(listener)};
}

/** The reasons with which an official passes warnings. Knows the findings only after a check; keeps reasons given earlier. */
export class Reasons extends Group {
  constructor() {
    super('reasons', [], h('section.gu-box.gu-findings', {hidden: true, 'aria-live': 'polite'}));
    this.given = {};
  }

  /** Shows what a check found; warnings get a field for the reason. */
  showFindings(findings) {
    this.given = this.value();
    this.controls = findings.filter(({kind}) => kind === 'WARN').map(({code}) =>
      new Text({name: code, label: `Lý do vẫn tiếp tục (${code})`, required: true, rows: 2}));
    this.controls.forEach((control) => {
      control.container = this;
      control.write(this.given[control.name] ?? null);
    });
    this.node.replaceChildren(h('h4.gu-box-title', {}, 'Kết quả kiểm tra'), ...findings.map((finding) =>
      h('article.gu-finding', {'data-kind': finding.kind}, findingText(finding),
        finding.kind === 'WARN' ? this.get(finding.code).node : null)));
    this.node.hidden = findings.length === 0;
  }

  value() {
    const now = Object.fromEntries(this.controls.map((control) => [control.name, control.value()]));
    return Object.fromEntries(Object.entries({...this.given, ...now}).filter(([, reason]) => reason !== null));
  }

  write(reasons) {
    this.given = reasons ?? {};
    this.controls.forEach((control) => control.write(this.given[control.name] ?? null));
  }
}
