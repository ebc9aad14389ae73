package vn.giaouoc.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartIT extends IntegrationTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theEngineKeepsTheAuditHistoryOfOurs() {
        assertThat(jdbc.sql("select value_ from act_ge_property where name_ = 'historyLevel'").query(String.class).single())
                .isEqualTo("21");
    }
}
