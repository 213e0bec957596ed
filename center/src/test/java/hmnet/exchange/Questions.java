package hmnet.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// How often something asks the database (問合せの数), as its own log says it.
final class Questions {
    private static final int TIMES = 4;
    private static final String SENT = "Executing prepared SQL";

    private Questions() {}

    /// The fewest of several times: in between, what is kept for two seconds is read anew.
    static long asked(Runnable asking) {
        return IntStream.range(0, TIMES).mapToLong(n -> once(asking)).min().orElseThrow();
    }

    private static long once(Runnable asking) {
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
                .filter(event -> event.getThreadName().equals(here)
                        && event.getFormattedMessage().startsWith(SENT))
                .count();
    }
}
