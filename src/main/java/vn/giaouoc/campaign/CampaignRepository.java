package vn.giaouoc.campaign;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CampaignRepository extends JpaRepository<Campaign, String> {

    Optional<Campaign> findByReference(String reference);

    /** The plan as it is now, as it was written. */
    @Query(nativeQuery = true, value = "select cast(v.content as text) from campaign c "
            + "join plan_version v on v.campaign_code = c.code and v.version = c.plan_version where c.code = :code")
    Optional<String> plan(String code);
}
