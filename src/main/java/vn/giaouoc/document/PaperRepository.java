package vn.giaouoc.document;

import org.springframework.data.jpa.repository.JpaRepository;

interface PaperRepository extends JpaRepository<Paper, String> {
}
