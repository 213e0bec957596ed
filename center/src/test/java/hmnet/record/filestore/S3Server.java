package hmnet.record.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;

/// A real S3 server (S3Proxy) in a process of its own, which keeps what it is given in memory.
final class S3Server implements AutoCloseable {
    private static final Path JAR = Path.of("target/s3proxy/s3proxy.jar");
    private static final String ACCOUNT = "centre";
    private static final String SECRET = "invented-secret-of-a-test";

    private final Process process;
    private final int port;
    private final Path secret;

    private S3Server(Process process, int port, Path secret) {
        this.process = process;
        this.port = port;
        this.secret = secret;
    }

    static S3Server start(Path folder) throws IOException, InterruptedException {
        assertThat(JAR).as("Maven copies it: generate-test-resources").exists();
        var port = freePort();
        var settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.endpoint=http://127.0.0.1:%d
                jclouds.provider=transient-nio2
                jclouds.identity=x
                jclouds.credential=x
                """.formatted(ACCOUNT, SECRET, port));
        var java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
        var process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--properties",
                        settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        var server = new S3Server(process, port, Files.writeString(folder.resolve("secret"), SECRET + "\n"));
        for (var tries = 0; !server.listens(); tries++) {
            assertThat(process.isAlive() && tries < 600)
                    .as("the S3 server starts")
                    .isTrue();
            Thread.sleep(100);
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    FileStoreSettings settings(String bucket) {
        return settings(bucket, secret);
    }

    FileStoreSettings settings(String bucket, Path secretFile) {
        return new FileStoreSettings(
                FileStoreSettings.StoreKind.S3,
                null,
                1L << 31,
                "http://127.0.0.1:" + port,
                "us-east-1",
                bucket,
                ACCOUNT,
                secretFile);
    }

    @SuppressWarnings("try") // close() may be interrupted, and says so
    void makeBucket(String bucket) throws IOException {
        try (var client = MinioClient.builder()
                .endpoint("http://127.0.0.1:" + port)
                .credentials(ACCOUNT, SECRET)
                .build()) {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException(e);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
