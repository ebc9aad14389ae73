package vn.giaouoc.campaign;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CampaignRepository extends JpaRepository<Campaign, String> {

    Optional<Campaign> findByReference(String reference);
}
