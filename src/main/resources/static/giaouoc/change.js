// Amendment and withdrawal: what changes, side by side, and the paper that says so.

import {h, paragraphs} from './dom.js';
import {Check, Files, Group, Text} from './controls.js';
import {planEditor, section} from './plan.js';
import {planPaper, printedPaper} from './paper.js';

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

/** The paper of a change as it is printed; the differences stand out. */
export function changePaper(view) {
  const {change} = view;
  const paper = printedPaper(view.content, {files: view.files, capacity: view.capacity,
    table: ({heads}) => (heads.includes('Điều chỉnh thành') ? diffTable(change.changes, heads) : null)});
  return change.kind === 'AMEND' ? paper : h('div.gu-stack', {}, paper,
    h('details.gu-details', {}, h('summary', {}, 'Xem kế hoạch bị thu hồi'), planPaper({...view.plan, files: []}, view)));
}

/** What the drafter fills in; or gives the change up. */
export function changeEditor(view) {
  const amends = view.change.kind === 'AMEND';
  const abandon = new Check({name: 'abandon', label: amends ? 'Thôi, không điều chỉnh nữa' : 'Thôi, không thu hồi nữa'});
  const reason = new Text({name: 'reason', label: amends ? 'Lý do điều chỉnh' : 'Lý do thu hồi', required: true, rows: 4});
  const grounds = amends ? null : new Text({name: 'legalGrounds', label: 'Căn cứ', required: true, rows: 4,
    hint: 'Mỗi căn cứ một dòng; câu «Theo đề nghị của Giám đốc Sở Nội vụ» được thêm sẵn.'});
  const files = new Files({name: 'files', label: 'Tài liệu kèm theo'});
  const editor = amends ? planEditor({...view, commentRoundDone: true}, {comments: false, files: false}) : null;
  const node = h('div.gu-editor', {}, section(amends ? 'Điều chỉnh kế hoạch' : 'Thu hồi phong trào', amends
    ? 'Sửa trực tiếp kế hoạch dưới đây; hệ thống tự lập bảng so sánh để trình và thông báo cho các đơn vị.'
    : 'Khi quyết định được ban hành, mọi việc còn mở của phong trào được khép lại kèm lý do; không nội dung nào bị xóa.',
  grounds?.node, reason.node, files.node, abandon.node), editor?.node);
  return new Group(null, [abandon, ...(grounds ? [grounds] : []), reason, files, ...(editor?.group.controls ?? [])], node);
}
