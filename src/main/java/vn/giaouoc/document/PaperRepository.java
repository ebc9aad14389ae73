package vn.giaouoc.document;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PaperRepository extends JpaRepository<Paper, String> {

    List<Paper> findByCaseCodeOrderById(String caseCode);
}
