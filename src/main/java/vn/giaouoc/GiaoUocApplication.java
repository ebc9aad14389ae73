package vn.giaouoc;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Giao Ước: the yearly life of emulation and commendation of a province. */
@SpringBootApplication
public class GiaoUocApplication {

    public static void main(String[] args) {
        SpringApplication.run(GiaoUocApplication.class, args);
    }
}
