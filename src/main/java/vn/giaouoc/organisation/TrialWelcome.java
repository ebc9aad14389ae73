package vn.giaouoc.organisation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a newcomer, in Vietnamese and English, where to go and whom to be. */
@Component
@Profile("trial")
class TrialWelcome {

    private static final Logger LOG = LoggerFactory.getLogger(TrialWelcome.class);
    private static final String TEXT = """

            ────────────────────────────────────────────────────────────────────────────────────────────
              GIAO ƯỚC – bản chạy thử / trial                       http://localhost:%d
              Mật khẩu của mọi tài khoản / password of every account: trial
              Ngày giờ của hệ thống / the product's time: %s   (chỉ chạy tới / forward only)
              Dữ liệu / data: %s (xóa thư mục để làm lại từ đầu / delete the folder to begin anew)

              chuyenvien, chuyenvien2  Sở Nội vụ: khởi tạo, soạn, theo dõi / starts, drafts, follows
              truongphong              Trưởng phòng TĐKT: duyệt / head of division: approves
              giamdoc                  Giám đốc Sở Nội vụ: ký tờ trình / Director: submits
              vanphong                 Văn phòng UBND: kiểm tra thể thức / checks form and authority
              chutich, phochutich      Lãnh đạo UBND tỉnh: ký / Chairman, Deputy: sign
              vanthu                   Văn thư: vào sổ, ban hành / clerk: number, date, signed PDF
              canbo.sgddt, thutruong.sgddt … (mỗi đơn vị / each unit): trả lời, duyệt / answer, approve
              giamsat                  Giám sát trong Cockpit / supervisor
              tichhop                  REST /api/v1, Basic / integration client
              admin                    Tổ chức, người dùng, đồng hồ / organisation, people, clock
            ────────────────────────────────────────────────────────────────────────────────────────────""";

    private final Clock clock;
    private final String folder;

    TrialWelcome(Clock clock, @Value("${giaouoc.trial.data-folder}") String folder) {
        this.clock = clock;
        this.folder = folder;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        int port = ((WebServerApplicationContext) event.getApplicationContext()).getWebServer().getPort();
        String now = LocalDateTime.ofInstant(clock.instant(), clock.getZone()).format(DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy"));
        LOG.info(TEXT.formatted(port, now, folder));
    }
}
