/**
 * What a prepared data directory's postgresql.conf says beside initdb's own lines; the port comes at each start. The
 * extension connects to its own server for what must outlive a transaction, hence the password.
 */
export const postgresSettings = (password: string) => `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 120
shared_buffers = '192MB'
dynamic_shared_memory_type = mmap
wal_level = minimal
max_wal_senders = 0
max_wal_size = '2GB'
checkpoint_timeout = '15min'
synchronous_commit = off
deadlock_timeout = '100ms'
jit = off
log_min_messages = fatal
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
cron.use_background_workers = on
cron.log_run = off
cron.log_statement = off
documentdb_core.enableCollation = on
documentdb.localhost_connection_string = 'host=127.0.0.1 password=${password}'
`;
