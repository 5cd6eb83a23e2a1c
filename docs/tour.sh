#!/usr/bin/env bash
# The five-minute tour of README.md, from a sign-in to a tombstone, against a running server with
# the demo set. Needs curl and Node. Settings: BASE, SIGN_INS, {OFFICER,EDITOR}_{EMAIL,PASSWORD}.
set -euo pipefail
cd "$(dirname "$0")/.."

BASE=${BASE:-http://localhost:3000}
WORK=$(mktemp -d)
SIGN_INS=${SIGN_INS:-data/first-sign-in.txt}   # lines of: e-mail  password  role  name

pick() { node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8'))$1"; }
hash_of() { node -p "require('crypto').createHash('sha256').update(require('fs').readFileSync('$1')).digest('hex')"; }
password_of() { awk -v who="$1" '$1 == who { print $2 }' "$SIGN_INS"; }
sign_in() {   # e-mail, password → token
  curl -sS --fail-with-body "$BASE/api/users/login" -H 'Content-Type: application/json' \
    -d "{\"email\":\"$1\",\"password\":\"$2\"}" | pick .token
}
call() {      # token, method, path, [JSON] → JSON
  curl -sS --fail-with-body -X "$2" "$BASE$3" -H "Authorization: JWT $1" -H 'Accept-Language: en' \
    -H 'Content-Type: application/json' ${4:+-d "$4"}
}
step() { printf '\n== %s\n' "$1"; }

step '1. Sign in: an officer of the Department of Agriculture and Environment, an editor of DOET'
OFFICER_EMAIL=${OFFICER_EMAIL:-tuan.le@hoclieu.example.vn}
EDITOR_EMAIL=${EDITOR_EMAIL:-ha.do@hoclieu.example.vn}
OFFICER=$(sign_in "$OFFICER_EMAIL" "${OFFICER_PASSWORD:-$(password_of "$OFFICER_EMAIL")}")
EDITOR=$(sign_in "$EDITOR_EMAIL" "${EDITOR_PASSWORD:-$(password_of "$EDITOR_EMAIL")}")
echo "signed in as $OFFICER_EMAIL and $EDITOR_EMAIL"

step '2. Create a material and try to submit it: every missing item is named'
MATERIAL=$(call "$OFFICER" POST /api/materials '{"title":"Trồng rau mầm trong căn bếp nhỏ"}' | pick .doc.id)
curl -sS "$BASE/api/materials/$MATERIAL/transition" -H "Authorization: JWT $OFFICER" -H 'Accept-Language: en' \
  -H 'Content-Type: application/json' -d '{"action":"submit"}' |   # 422
  pick ".errors.map((e) => e.field + ': ' + e.remedy).join('\n')"

step '3. Upload a file and a permission document (a PDF made here)'
{ cat <<'PDF'
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 63 >>
stream
BT /F1 18 Tf 72 760 Td (Trong rau mam trong can bep nho) Tj ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
xref
0 6
PDF
  printf '%010d 65535 f \n' 0
  printf '%010d 00000 n \n' 9 58 115 241 353
  printf '%s\n' 'trailer' '<< /Size 6 /Root 1 0 R >>' startxref 423 '%%EOF'
} > "$WORK/rau-mam.pdf"
upload() { curl -sS --fail-with-body "$BASE$1" -H "Authorization: JWT $OFFICER" -F "file=@$2;type=application/pdf"; }
upload "/intake/files?material=$MATERIAL&role=main" "$WORK/rau-mam.pdf" | pick ".name"
RIGHTS=$(call "$OFFICER" GET "/api/rights-records?where%5Bmaterial%5D%5Bequals%5D=$MATERIAL" | pick '.docs[0].id')
upload "/intake/evidence?rights=$RIGHTS&kind=assignment_decision&number=118%2FQ%C4%90-SNNMT&date=2026-01-15" \
  "$WORK/rau-mam.pdf" | pick '.name'

step '4. Describe it and say whose rights it rests on'
call "$OFFICER" GET /api/staff/reference > "$WORK/reference.json"
term() { pick ".terms.$1.find((t) => t.code === '$2').id" < "$WORK/reference.json"; }
LICENCE=$(pick ".licences.find((l) => l.code === 'CC-BY-4.0').id" < "$WORK/reference.json")
call "$OFFICER" PATCH "/api/materials/$MATERIAL" "{
  \"abstract\": \"Cách ươm rau mầm trên khay, không cần đất, thu hoạch sau bảy ngày.\",
  \"type\": \"$(term types handout)\", \"subjects\": [\"$(term subjects nong-nghiep-va-moi-truong)\"],
  \"audiences\": [\"$(term audiences moi-nguoi-dan)\"],
  \"creators\": [{ \"name\": \"Lê Minh Tuấn\", \"role\": \"author\" }],
  \"declarations\": { \"noStateSecret\": true, \"consents\": true } }" | pick .message
call "$OFFICER" PATCH "/api/rights-records/$RIGHTS" "{
  \"workType\": \"text\", \"title\": \"Trồng rau mầm trong căn bếp nhỏ\",
  \"authors\": [{ \"name\": \"Lê Minh Tuấn\", \"living\": true, \"nationality\": \"VN\" }],
  \"fixedYear\": 2026, \"published\": \"no\", \"country\": \"VN\",
  \"owner\": { \"kind\": \"state_agency\", \"name\": \"Sở Nông nghiệp và Môi trường Hà Nội\" },
  \"basis\": \"employment\", \"territory\": \"worldwide\", \"sublicence\": true,
  \"scope\": [\"reproduce\", \"communicate_to_public\", \"derive\", \"distribute\"],
  \"licence\": \"$LICENCE\", \"creditLine\": \"Sở Nông nghiệp và Môi trường Hà Nội, 2026\",
  \"portraitConsent\": \"not_needed\", \"ai\": { \"use\": \"none\" } }" | pick .message

step '5. Submit, claim, approve, publish: four actions, two people'
act() { call "$1" POST "/api/materials/$MATERIAL/transition" "$2" | pick "['state']"; }
act "$OFFICER" '{"action":"submit"}'
act "$EDITOR" '{"action":"claim"}'
act "$EDITOR" '{"action":"approve"}'
for _ in $(seq 60); do   # its text and picture are made in the background, a file at a time
  [ "$(call "$EDITOR" GET "/api/files?where%5Bmaterial%5D%5Bequals%5D=$MATERIAL" | pick '.docs[0].processing')" = pending ] || break
  sleep 0.5
done
act "$EDITOR" '{"action":"publish"}'
IDENTIFIER=$(call "$EDITOR" GET "/api/materials/$MATERIAL" | pick .identifier)
echo "identifier $IDENTIFIER"

step '6. The public side, without a key: search without accents, fetch, download, compare'
FOUND=
for _ in 1 2 3 4 5 6 7 8 9 10; do   # the index follows the publication within a second or so
  FOUND=$(curl -sS --fail-with-body "$BASE/v1/search?q=trong+rau+mam" |
    pick ".items.filter((i) => i.identifier === '$IDENTIFIER').map((i) => i.highlights.title).join()")
  [ -n "$FOUND" ] && break
  sleep 0.5
done
echo "found: ${FOUND:?the search did not find it}"
curl -sS --fail-with-body "$BASE/v1/materials/$IDENTIFIER?lang=en" > "$WORK/item.json"
pick ".title" < "$WORK/item.json"
pick ".attribution" < "$WORK/item.json"
curl -sS --fail-with-body -o "$WORK/downloaded.pdf" "$(pick '.files[0].url' < "$WORK/item.json")"
SAID=$(pick '.files[0].sha256' < "$WORK/item.json")
GOT=$(hash_of "$WORK/downloaded.pdf")
SENT=$(hash_of "$WORK/rau-mam.pdf")
[ "$SAID" = "$GOT" ] && [ "$GOT" = "$SENT" ] && echo "sha256 $GOT: sent, said and downloaded are equal"

step '7. Withdraw: a tombstone with its reason instead of the material'
call "$EDITOR" POST "/api/materials/$MATERIAL/transition" \
  '{"action":"withdraw","reasons":["request_of_owner"],"comment":"End of the tour."}' | pick .publicationStatus
curl -sS -o "$WORK/gone.json" -w '%{http_code}\n' "$BASE/v1/materials/$IDENTIFIER?lang=en"
pick ".code" < "$WORK/gone.json"
pick ".reason.label" < "$WORK/gone.json"
rm -r "$WORK"
