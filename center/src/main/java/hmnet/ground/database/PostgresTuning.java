package hmnet.ground.database;

import java.nio.file.Path;

/// What the embedded server is told at each start. The first four are never up for tuning: with any of them
/// off, a power cut loses records that were acknowledged.
final class PostgresTuning {
    private PostgresTuning() {}

    /// @param logs folder of a log for each day of the week, which the same day of the next week begins anew. It says
    /// no
    ///     detail and no statement of an error, since they quote the row
    static String lines(int port, Path logs) {
        return """
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                data_sync_retry = off
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = 100
                shared_buffers = '%dMB'
                effective_cache_size = '%dMB'
                max_wal_size = '4GB'
                checkpoint_timeout = '15min'
                wal_compression = on
                max_locks_per_transaction = 256
                jit = off
                update_process_title = off
                random_page_cost = 1.1
                log_min_messages = warning
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_timezone = 'UTC'
                timezone = 'UTC'
                """.formatted(
                        port,
                        sharedBuffersMegabytes(),
                        4 * sharedBuffersMegabytes(),
                        logs.toString().replace("'", "''"));
    }

    /// A sixteenth of the machine, between 128 MB and 1 GB.
    private static long sharedBuffersMegabytes() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(system.getTotalMemorySize() / 16 / 1_048_576, 128, 1024);
    }
}
