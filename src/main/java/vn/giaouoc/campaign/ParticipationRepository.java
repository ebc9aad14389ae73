package vn.giaouoc.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ParticipationRepository extends JpaRepository<Participation, Participation.Id> {

    /** With its works, which are about to be replaced. */
    @Query("select p from Participation p left join fetch p.works where p.id = :id")
    Optional<Participation> withWorks(Participation.Id id);

    @Query("select p from Participation p where p.id.campaignCode = :code and p.batch = :batch and p.cancelReason is null "
            + "order by p.id.unitCode")
    List<Participation> inForce(String code, int batch);
}
