package hmnet.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// How often something asks the database (問合せの数), as its own log says it. The register of facilities is
/// no matter: it is kept for two seconds and then read anew, whoever is asked for.
final class Questions {
    private static final String SENT = "Executing prepared SQL statement";
    private static final List<String> REGISTER = List.of("from facility", "from succession_now");

    private Questions() {}

    static long asked(Runnable asking) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        var before = log.getLevel();
        heard.start();
        log.addAppender(heard);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            asking.run();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(heard);
        }
        var here = Thread.currentThread().getName();
        return heard.list.stream()
                .filter(event -> event.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith(SENT) && REGISTER.stream().noneMatch(said::contains))
                .count();
    }
}
