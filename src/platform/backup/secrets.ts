/** Lies in every backup: what it does not hold, and must be kept elsewhere. */
export const SECRETS_TEXT = `Kho Học Liệu: bản sao lưu / backup

Khôi phục vào nơi còn trống:     npm run cli -- restore --from <thư mục này>
Restore into an empty place:     npm run cli -- restore --from <this folder>

Bản sao lưu này chứa dữ liệu cá nhân và giấy tờ cho phép sử dụng: cất giữ như chính hệ thống.
This backup holds personal data and permission documents: keep it as safe as the system itself.

KHÔNG có trong bản sao lưu; người vận hành giữ riêng, ở nơi khác:
NOT in the backup; the operator keeps these elsewhere:

  PAYLOAD_SECRET                                 (data/payload-secret)
      ký phiên đăng nhập; mất đi thì mọi người đăng nhập lại
      signs the sessions; without it everybody signs in again
  DATABASE_URL                                   (MongoDB: user and password in it)
  STORAGE_URL, STORAGE_COPY_URL,
  AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY       (S3)
  SMTP_URL                                       (e-mail account)
  METRICS_TOKEN
  MEILI_MASTER_KEY, MEILI_SEARCH_KEY             (Meilisearch)
  TLS keys of the reverse proxy

Chỉ mục tìm kiếm không có trong đây: hệ thống tự dựng lại.
The search index is not in it: the system builds it anew.
`;
