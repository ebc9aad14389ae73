// A link in Tasklist's header to the page where people choose how they are told.

export default {
  id: 'giaouoc.noticeSettings',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render: (node) => {
    const link = document.createElement('a');
    link.target = '_self'; // else AngularJS takes it for a place of its own
    link.href = '/giaouoc/notices.html';
    link.textContent = 'Cách nhận thông báo';
    node.append(link);
  },
};
