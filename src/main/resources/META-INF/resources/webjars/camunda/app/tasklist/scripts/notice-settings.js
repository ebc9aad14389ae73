// A link in Tasklist's header to the page where people choose how they are told.

export default {
  id: 'giaouoc.noticeSettings',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render: (node) => {
    const link = document.createElement('a');
    link.href = '/giaouoc/notices.html';
    link.textContent = 'Cách nhận thông báo';
    node.append(link);
  },
};
