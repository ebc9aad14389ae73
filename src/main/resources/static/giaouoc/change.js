// Amendment and withdrawal: what changes, side by side, and the paper that says so.

import {h, paragraphs} from './dom.js';
import {Check, Files, Group, Text} from './controls.js';
import {planEditor, section} from './plan.js';
import {officialPaper, paperSections, planPaper} from './paper.js';

/** Each change as "before" and "after"; what was added has no before, what was taken out no after. */
export function diffTable(changes, heads = ['Nội dung', 'Kế hoạch đã ban hành', 'Điều chỉnh thành']) {
  if (!changes?.length) {
    return h('p.gu-note', {}, 'Chưa có nội dung nào thay đổi.');
  }
  return h('div.gu-scroll', {}, h('table.gu-table.gu-diff', {},
    h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, changes.map(({part, before, after}) => h('tr', {}, h('th', {scope: 'row'}, part),
      h('td.gu-before', {}, before === null ? '(không có)' : paragraphs(before)),
      h('td.gu-after', {}, after === null ? '(bỏ)' : paragraphs(after)))))));
}

/** The paper of a change: why, what changes, and the plan as it shall be. */
export function changePaper(view) {
  const {change} = view;
  const amends = change.kind === 'AMEND';
  return h('div.gu-stack', {},
    officialPaper({kind: amends ? 'KẾ HOẠCH' : 'QUYẾT ĐỊNH', symbol: amends ? 'KH-UBND' : 'QĐ-UBND', title: view.title, paper: view.paper,
      files: view.files, capacity: view.capacity}, paperSections([
      [amends ? 'Lý do điều chỉnh' : 'Lý do thu hồi', paragraphs(change.reason, 'gu-paper-p')],
      ...(amends ? [['Nội dung điều chỉnh', [diffTable(change.changes)]]] : [])])),
    h('details.gu-details', {}, h('summary', {}, amends ? 'Xem toàn văn kế hoạch sau điều chỉnh' : 'Xem kế hoạch bị thu hồi'),
      planPaper({...view.plan, files: []}, view)));
}

/** What the drafter fills in; or gives the change up. */
export function changeEditor(view) {
  const amends = view.change.kind === 'AMEND';
  const abandon = new Check({name: 'abandon', label: amends ? 'Thôi, không điều chỉnh nữa' : 'Thôi, không thu hồi nữa'});
  const reason = new Text({name: 'reason', label: amends ? 'Lý do điều chỉnh' : 'Lý do thu hồi', required: true, rows: 4});
  const files = new Files({name: 'files', label: 'Tài liệu kèm theo'});
  const editor = amends ? planEditor({...view, commentRoundDone: true}, {comments: false, files: false}) : null;
  const node = h('div.gu-editor', {}, section(amends ? 'Điều chỉnh kế hoạch' : 'Thu hồi phong trào', amends
    ? 'Sửa trực tiếp kế hoạch dưới đây; hệ thống tự lập bảng so sánh để trình và thông báo cho các đơn vị.'
    : 'Khi quyết định được ban hành, mọi việc còn mở của phong trào được khép lại kèm lý do; không nội dung nào bị xóa.',
  reason.node, files.node, abandon.node), editor?.node);
  return new Group(null, [abandon, reason, files, ...(editor?.group.controls ?? [])], node);
}
