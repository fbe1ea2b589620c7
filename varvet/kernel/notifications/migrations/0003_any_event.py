from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_announcement")]

    operations = [
        migrations.AlterField(model_name="announcement", name="event", field=models.CharField(max_length=20)),
        migrations.AlterField(model_name="notification", name="event", field=models.CharField(max_length=20)),
    ]
