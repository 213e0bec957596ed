package hmnet.ground.logs;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;

/// `%exceptionWords` of the log's pattern (例外の記録, 文字のログ).
public final class ExceptionConverter extends ThrowableHandlingConverter {
    private final ExceptionWords words = new ExceptionWords();

    @Override
    public String convert(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? words.printStackTraceToString(proxy.getThrowable())
                : "";
    }
}
