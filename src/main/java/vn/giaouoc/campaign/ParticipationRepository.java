package vn.giaouoc.campaign;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ParticipationRepository extends JpaRepository<Participation, Participation.Id> {

    @Query("select p from Participation p where p.id.campaignCode = :code and p.batch = :batch and p.status = 'PENDING' "
            + "order by p.id.unitCode")
    List<Participation> pending(String code, int batch);

    @Query("select p from Participation p where p.id.campaignCode = :code and p.batch = :batch and p.cancelReason is null "
            + "order by p.id.unitCode")
    List<Participation> inForce(String code, int batch);
}
